// SPDX-FileCopyrightText: Pupil Record contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sitting.h"

#include "insight/readings_words.h"
#include "insight/value_story.h"
#include "register/school_directory.h"

namespace desk {

std::vector<requests::FrozenValue> freeze(const Snapshot& snapshot, const std::vector<record::ValueId>& values)
{
    std::vector<requests::FrozenValue> frozen;
    for (const record::ValueId id : values) {
        const auto story = insight::valueStory(snapshot.record, id, snapshot.exposure);
        if (!story)
            continue;
        requests::FrozenValue value;
        value.value = id;
        value.field = story->title;
        value.name = story->alias;
        value.raw = story->raw;
        value.meaning = story->meaningKnown ? story->meaning : QString();
        value.collection = story->collectionName;
        value.when = story->when;
        value.establishment = story->establishment;
        value.document = story->document;
        value.locates = story->locates;
        frozen.push_back(value);
    }
    return frozen;
}

} // namespace desk
