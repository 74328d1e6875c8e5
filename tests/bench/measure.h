// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace bench {

// Milliseconds of several runs: the median speaks, the spread says how noisy this machine is.
struct Times {
    std::vector<double> runs;

    double median() const
    {
        std::vector<double> sorted = runs;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }
    double least() const { return *std::min_element(runs.begin(), runs.end()); }
    double most() const { return *std::max_element(runs.begin(), runs.end()); }
};

template <typename Work>
double once(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Runs the two in turn, so that both meet the same weather.
template <typename Ours, typename Rival>
std::pair<Times, Times> against(int times, Ours ours, Rival rival)
{
    std::pair<Times, Times> both;
    for (int i = 0; i < times; ++i) {
        both.first.runs.push_back(once(ours));
        both.second.runs.push_back(once(rival));
    }
    return both;
}

// The same by the processor's time: what neighbours on this machine take does not count. For work of this process alone.
template <typename Ours, typename Rival>
std::pair<Times, Times> againstByCpu(int times, Ours ours, Rival rival)
{
    const auto spent = [](auto& work) {
        const std::clock_t before = std::clock();
        work();
        return static_cast<double>(std::clock() - before) * 1e3 / CLOCKS_PER_SEC;
    };
    std::pair<Times, Times> both;
    for (int i = 0; i < times; ++i) {
        both.first.runs.push_back(spent(ours));
        both.second.runs.push_back(spent(rival));
    }
    return both;
}

// The high-water mark of this process since it was started; getrusage() would answer with its parent's.
inline long peakKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toLong();
    return 0;
}

inline void printHead()
{
    std::printf("%-44s %22s %26s %8s  %s\n", "what", "ours ms (min–max)", "rival ms (min–max)", "ratio", "budget");
}

inline void print(const char* what, const Times& ours, const char* rivalName, const Times& rival, const char* budget)
{
    std::printf("%-44s %9.2f (%.2f–%.2f)   %s %.2f (%.2f–%.2f)  %7.2f  %s\n", what, ours.median(), ours.least(),
                ours.most(), rivalName, rival.median(), rival.least(), rival.most(), ours.median() / rival.median(),
                budget);
    std::fflush(stdout);
}

} // namespace bench
