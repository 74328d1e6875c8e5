// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/platform/nameless_file.h"
#include "extract/secret.h"

#include <functional>
#include <vector>

namespace extract {

// Where the parts of a whole-school source wait until each person's file is made: a source names its pupils in any
// order, may be larger than memory, and a file for each of 2,000 pupils cannot be open at once. What is added goes into
// one nameless file beside the files to be made, every block sealed (XChaCha20-Poly1305) under a key that never leaves
// this process's locked memory: nothing readable reaches the disk, and nothing at all is left when the program ends.
//
// Each pupil has a strand. Blocks of all strands are written together when the memory for them is used up, so that a
// source sorted by table instead of by pupil costs few large blocks instead of many small ones.
class Spool {
public:
    [[nodiscard]] static base::Result<Spool> in(const QString& folder, qsizetype memory = 32 * 1024 * 1024);

    [[nodiscard]] base::Result<void> add(std::size_t strand, QByteArrayView piece);
    [[nodiscard]] base::Result<void> finish(); // nothing is added afterwards
    [[nodiscard]] std::size_t strands() const { return m_strands.size(); }
    // The pieces of a strand in the order they were added. After finish(), from any thread. Errors: Damaged, and those
    // of `take`.
    [[nodiscard]] base::Result<void> forEach(std::size_t strand,
                                             const std::function<base::Result<void>(QByteArrayView piece)>& take) const;

private:
    struct Block {
        qint64 at = 0;
        qint64 size = 0; // sealed
        quint64 number = 0;
    };
    struct Strand {
        QByteArray waiting;
        std::vector<Block> blocks;
    };

    Spool(NamelessFile file, Secret key, qsizetype memory) : m_file(std::move(file)), m_key(std::move(key)), m_memory(memory) {}
    [[nodiscard]] base::Result<void> writeAll();

    NamelessFile m_file;
    Secret m_key;
    qsizetype m_memory;
    qsizetype m_waiting = 0;
    qint64 m_end = 0;
    quint64 m_next = 0;
    std::vector<Strand> m_strands;
};

} // namespace extract
