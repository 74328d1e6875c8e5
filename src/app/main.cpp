// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/shown_mark.h"
#include "app/platform/process.h"
#include "app/shell_pictures.h"
#include "app/shell_settings.h"
#include "app/theme/house_style.h"
#include "app/window.h"
#include "base/exit_status.h"
#include "base/plurals.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLibraryInfo>
#include <QPixmapCache>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void toStderr(const QString& words)
{
    const QByteArray line = words.toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

int refuse(const QString& words)
{
    toStderr(words);
    return base::exitStatus(base::ErrorKind::Usage).status;
}

extract::Secret secretFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll();
    extract::Secret secret = extract::Secret::fromBytes(bytes);
    extract::wipe(bytes);
    return secret;
}

struct Options {
    QString file;
    bool demo = false;
    QDate today;
    QString passphraseFile;
    QString pictures;
    QSize size{1280, 800};
    QString source;
    QString theme;
    double scale = 1;
};

// Empty text: understood.
QString read(QCommandLineParser& parser, Options& options)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("app::Main", text); };
    parser.setApplicationDescription(tr("See what is held about a pupil, who was given it, and put it right."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, tr("The record file to open."), u"[FILE]"_s);
    parser.addOptions({
        {u"demo"_s, tr("The file is the invented child's: show its passphrase. Without FILE: make it and open it.")},
        {u"today"_s, tr("Take this day for today."), u"YYYY-MM-DD"_s},
        {u"passphrase-file"_s, tr("Unlock with the passphrase in this file."), u"F"_s},
        {u"pictures"_s, tr("Save a picture of every page into this folder and leave."), u"DIR"_s},
        {u"source"_s, tr("With --pictures: a file for the import page to look into."), u"F"_s},
        {u"size"_s, tr("Size of the window for pictures."), u"1280x800"_s},
        {u"theme"_s, tr("light or dark, this time only."), u"THEME"_s},
        {u"scale"_s, tr("Size of all text and signs, 1 to 3, this time only."), u"N"_s},
        {u"shown-file"_s, tr("Make this empty file once the window is on the screen."), u"F"_s},
    });
    parser.process(*qApp);
    options.file = parser.positionalArguments().value(0);
    options.demo = parser.isSet(u"demo"_s);
    options.passphraseFile = parser.value(u"passphrase-file"_s);
    options.pictures = parser.value(u"pictures"_s);
    options.source = parser.value(u"source"_s);
    options.theme = parser.value(u"theme"_s);
    if (parser.positionalArguments().size() > 1)
        return tr("One record file at a time, please.");
    if (parser.isSet(u"today"_s)) {
        options.today = QDate::fromString(parser.value(u"today"_s), Qt::ISODate);
        if (!options.today.isValid())
            return tr("--today takes a day like 2026-11-12.");
    }
    if (parser.isSet(u"size"_s)) {
        const QStringList parts = parser.value(u"size"_s).split(u'x');
        options.size = QSize(parts.value(0).toInt(), parts.value(1).toInt());
        if (options.size.width() < 320 || options.size.height() < 240 || options.size.width() > 10000
            || options.size.height() > 10000)
            return tr("--size takes width and height like 1280x800.");
    }
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return tr("--theme takes light or dark.");
    if (parser.isSet(u"scale"_s)) {
        options.scale = parser.value(u"scale"_s).toDouble();
        if (!(options.scale >= 1 && options.scale <= 3))
            return tr("--scale takes a number from 1 to 3.");
    }
    if (!options.pictures.isEmpty() && (options.file.isEmpty() || options.passphraseFile.isEmpty()))
        return tr("--pictures needs a record file and --passphrase-file.");
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    // Before Qt reads a setting or opens a display: no core dumps, nobody looks into this process, files are ours alone.
    if (!extract::protectProcess()) {
        std::fputs("This computer refused to protect the program's memory, so it does not start.\n", stderr);
        return base::exitStatus(base::ErrorKind::NotEnoughMemory).status;
    }
    if (!app::platformAllowed(app::platformAsked(argc, argv)))
        return refuse(u"Only the platforms xcb, wayland, offscreen and minimal are used: others may open a connection."_s);

    QApplication application(argc, argv);
    QApplication::setApplicationName(u"pupil-record-viewer"_s);
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(PUPIL_RECORD_VERSION));
    QApplication::setDesktopFileName(u"pupil-record-viewer"_s);
    QPixmapCache::setCacheLimit(20 * 1024);

    const app::Settings settings = app::Settings::load();
    const QLocale locale = settings.language.isEmpty() ? QLocale() : QLocale(settings.language);
    QTranslator ours, qts;
    base::installPlurals(); // English first; the chosen language over it
    if (qts.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qts);
    if (locale.language() != QLocale::English && ours.load(locale, u"pupil-record"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&ours);

    QCommandLineParser parser;
    Options options;
    if (const QString wrong = read(parser, options); !wrong.isEmpty())
        return refuse(wrong);

    app::applyTheme(options.theme == "light"_L1  ? app::Theme::Light
                        : options.theme == "dark"_L1 ? app::Theme::Dark
                                                     : settings.theme);
    app::applyTextSize(qRound((options.scale > 1 ? options.scale * 100 : settings.textPercent)));
    QApplication::setStyle(new app::HouseStyle); // the application takes it
    app::forgetFileDialogs();

    app::Window window(options.today.isValid() ? base::Clock(options.today) : base::Clock());
    int status = base::exitDone;
    if (!options.file.isEmpty())
        window.openFile(options.file, options.demo);
    else if (options.demo)
        window.showDemo();

    if (!options.pictures.isEmpty()) {
        QString suffix = u'-' + (options.theme.isEmpty() ? u"light"_s : options.theme);
        if (options.scale > 1)
            suffix += u'-' + QString::number(qRound(options.scale * 100));
        auto* pictures = new app::Pictures(&window, options.pictures, suffix, &window);
        pictures->setSource(options.source);
        window.resize(options.size);
        QObject::connect(&window, &app::Window::entered, pictures, &app::Pictures::rooms);
        QObject::connect(&window, &app::Window::failed, &application, [&](base::ErrorKind kind) {
            toStderr(window.fault());
            application.exit(base::exitStatus(kind).status);
        });
        QObject::connect(pictures, &app::Pictures::done, &application,
                         [&](bool ok) { application.exit(ok ? 0 : base::exitStatus(base::ErrorKind::DiskOrPermission).status); });
        // Once the event loop runs: the window has been shown by then.
        QTimer::singleShot(0, &window, [&window, &options, pictures] {
            pictures->doors([&window, &options] { window.unlock(options.file, secretFrom(options.passphraseFile)); });
        });
    } else if (!options.file.isEmpty() && !options.passphraseFile.isEmpty()) {
        window.unlock(options.file, secretFrom(options.passphraseFile));
    }
    window.show();
    if (parser.isSet(u"shown-file"_s))
        new app::ShownMark(&window, parser.value(u"shown-file"_s)); // the window takes it
    status = QApplication::exec();
    app::forgetFileDialogs();
    return status;
}
