// "Nothing this week" / 本周没有: in words, or by the button under the weekly question.
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { assertMayClaim, isRegistered, ownWeek } from "./own-week.ts";
import { tellAuthor } from "./tell-author.ts";

/** Nothing this week: an answer too. */
export function sayNothing({ person, params }: Ask): Effect {
  assertMayClaim(person);
  return async (unit) => {
    const { ask } = readingOf(person).texts.strategy;
    const own = await ownWeek(unit, person);
    if (isRegistered(own)) return tellAuthor(unit, { person, params, title: ask.already });
    await unit.strategies.put({ ...own, state: "nothing", updatedAt: unit.now });
    return tellAuthor(unit, { person, params, title: ask.nothingDone });
  };
}
