// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/file/recovery_words.h"

#include "extract/database/failure.h"
#include "extract/safe_keeping.h"
#include "extract/word_list.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace extract {

namespace {

constexpr std::size_t keySize = 32;
constexpr std::size_t payloadSize = keySize + 1;
constexpr std::size_t wordCount = 24;
constexpr int bitsPerWord = 11;
constexpr qsizetype listSize = 1 << bitsPerWord;
constexpr std::size_t longestWord = 16;
static_assert(wordCount * bitsPerWord == payloadSize * 8);

const QByteArrayList& list()
{
    static const QByteArrayList words = bundledWords(u"recovery.txt"_s);
    return words;
}

unsigned char checksumOf(const char* key)
{
    static constexpr unsigned char message[] = {'s', 'h', 'e', 'e', 't'};
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), message, sizeof message,
                       reinterpret_cast<const unsigned char*>(key), keySize);
    return digest[0];
}

// The 11 bits of one word, most significant first.
int numberAt(const char* payload, std::size_t word)
{
    int number = 0;
    for (std::size_t bit = word * bitsPerWord; bit < (word + 1) * bitsPerWord; ++bit)
        number = number << 1 | (static_cast<unsigned char>(payload[bit / 8]) >> (7 - bit % 8) & 1);
    return number;
}

void setNumberAt(char* payload, std::size_t word, int number)
{
    for (int shift = bitsPerWord - 1; shift >= 0; --shift) {
        const std::size_t bit = word * bitsPerWord + static_cast<std::size_t>(bitsPerWord - 1 - shift);
        const int one = number >> shift & 1;
        payload[bit / 8] = static_cast<char>(static_cast<unsigned char>(payload[bit / 8]) | one << (7 - bit % 8));
    }
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

tl::unexpected<base::Error> wrongCount(std::size_t count)
{
    return base::fail(base::ErrorKind::Usage,
                      Words::tr("The recovery sheet has 24 words; these are %1.").arg(count),
                      Words::tr("Type all the words in the order of their numbers."));
}

int indexOf(QByteArrayView word)
{
    const auto found = std::lower_bound(list().begin(), list().end(), word,
                                        [](const QByteArray& a, QByteArrayView b) { return QByteArrayView(a) < b; });
    return found != list().end() && QByteArrayView(*found) == word ? static_cast<int>(found - list().begin()) : -1;
}

// Word by word in locked memory: what is typed here opens the file.
class Reader {
public:
    base::Result<Secret> read(const Secret& words)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const char c = words.data()[i];
            if (!isLetter(c)) {
                BASE_TRY(endWord());
                continue;
            }
            if (m_length < longestWord)
                m_word.writable()[m_length] = static_cast<char>(c | 0x20); // lower case
            ++m_length;
        }
        BASE_TRY(endWord());
        if (m_count != wordCount)
            return wrongCount(m_count);
        if (static_cast<unsigned char>(m_payload.data()[keySize]) != checksumOf(m_payload.data()))
            return base::fail(base::ErrorKind::Usage,
                              Words::tr("These words do not fit together: one of them is wrong or in the wrong place."),
                              Words::tr("Compare each word with the sheet, and the order too."));
        Secret key = Secret::ofSize(keySize);
        std::memcpy(key.writable(), m_payload.data(), keySize);
        return key;
    }

private:
    base::Result<void> endWord()
    {
        if (m_length == 0)
            return {};
        ++m_count;
        if (m_count > wordCount)
            return wrongCount(m_count);
        const int index =
            m_length > longestWord ? -1 : indexOf({m_word.data(), static_cast<qsizetype>(m_length)});
        if (index < 0)
            return base::fail(base::ErrorKind::Usage, Words::tr("A word is not one that a recovery sheet uses."),
                              Words::tr("Look at it again on the sheet. It may have a letter too many or too few."),
                              Words::tr("word %1").arg(m_count));
        setNumberAt(m_payload.writable(), m_count - 1, index);
        m_length = 0;
        return {};
    }

    Secret m_word = Secret::ofSize(longestWord);
    Secret m_payload = Secret::ofSize(payloadSize);
    std::size_t m_length = 0;
    std::size_t m_count = 0;
};

} // namespace

Secret wordsOfKey(const Secret& key)
{
    if (key.size() != keySize || list().size() != listSize)
        return {};
    Secret payload = Secret::ofSize(payloadSize);
    std::memcpy(payload.writable(), key.data(), keySize);
    payload.writable()[keySize] = static_cast<char>(checksumOf(key.data()));
    std::size_t size = wordCount - 1;
    for (std::size_t word = 0; word < wordCount; ++word)
        size += static_cast<std::size_t>(list().at(numberAt(payload.data(), word)).size());
    Secret words = Secret::ofSize(size);
    char* out = words.writable();
    for (std::size_t word = 0; word < wordCount; ++word) {
        const QByteArray& text = list().at(numberAt(payload.data(), word));
        if (word > 0)
            *out++ = ' ';
        out = std::copy(text.begin(), text.end(), out);
    }
    return words;
}

base::Result<Secret> keyOfWords(const Secret& words)
{
    return Reader().read(words);
}

base::Result<void> checkRecoveryWords(const Secret& words)
{
    BASE_TRY(keyOfWords(words));
    return {};
}

QString markOf(const Header& header)
{
    const QByteArray hex =
        QByteArray(reinterpret_cast<const char*>(header.bytes.data()) + 4, 4).toHex().toUpper();
    return QString::fromLatin1(hex.left(4) + '-' + hex.mid(4));
}

base::Result<QString> fileMark(const QString& path)
{
    const auto header = readHeader(path);
    if (!header)
        return tl::unexpected(header.error());
    return markOf(*header);
}

} // namespace extract
