// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st;

namespace base {

// SHA-256 (FIPS 180-4) through OpenSSL, which uses the processor's own instructions: a 200 MB file costs about
// as much as reading it.
class Sha256 {
public:
    Sha256();
    void add(QByteArrayView bytes);
    // 32 bytes. The object may not be used afterwards.
    [[nodiscard]] QByteArray finish();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

} // namespace base
