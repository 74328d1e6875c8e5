// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <expat.h>

namespace readers {

// Where the parser stands. Expat 2.9 names its calls anew with a fixed width and deprecates the old ones; Debian 12
// has only the old.
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 9)
inline qint64 xmlLine(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentLineNumber64(parser));
}
inline qint64 xmlColumn(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentColumnNumber64(parser));
}
inline qint64 xmlByte(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentByteIndex64(parser));
}
inline qint64 xmlByteCount(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentByteCount64(parser));
}
#else
inline qint64 xmlLine(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentLineNumber(parser));
}
inline qint64 xmlColumn(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentColumnNumber(parser));
}
inline qint64 xmlByte(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentByteIndex(parser));
}
inline qint64 xmlByteCount(XML_Parser parser)
{
    return static_cast<qint64>(XML_GetCurrentByteCount(parser));
}
#endif

} // namespace readers
