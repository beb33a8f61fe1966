// Whether somebody is briefed before their meetings: off until they say so, by a tap or in words.
import { usualDelivery } from "../../attention/nudge.ts";
import { setDelivery } from "../../attention/preferences.ts";
import type { Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";

const kind = "meeting_brief";

/** True for those who get one at once: in a digest it would come after the meeting. */
export async function wantsBriefs(
  read: Pick<Reader, "preferences">,
  { id: personId }: Person,
): Promise<boolean> {
  const [chosen] = await read.preferences.find({ personId, kind });
  return (chosen?.delivery ?? usualDelivery(kind)) === "push";
}

/** "brief me before meetings"; `words`: what turns it into its opposite. */
export function chooseMeetings(person: Person, words: string): Effect {
  return chooseDelivery(person, words === "" ? "push" : "mute");
}

/** The button of a brief. */
export function tapMeetings({ person, params }: Ask): Effect {
  return chooseDelivery(person, params.delivery === "push" ? "push" : "mute");
}

function chooseDelivery(person: Person, delivery: "push" | "mute"): Effect {
  return async (unit) => {
    await setDelivery(unit, person, { kind, delivery });
    const { meetings } = readingOf(person).texts.briefing;
    return { toast: delivery === "push" ? meetings.isOn : meetings.isOff };
  };
}
