// "team channel", said in a channel with a mention of us: from then on the weekly digest of that person's team goes there.
import { note } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person, Team } from "../../model.ts";
import type { Store, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";

const words =
  /^(?:this is (?:our|the) )?team(?:'s)? channel[.!]?$|^(?:这是)?(?:我们的?)?团队(?:群|频道)[。.!！]?$/i;

/** Words said in a channel: undefined where they are about something else, or were said in private. */
export async function takeChannel(
  { store }: { store: Store },
  person: Person,
  said: { text: string; channel?: string | undefined },
): Promise<Effect | undefined> {
  const { channel } = said;
  if (channel === undefined || !words.test(said.text.trim())) return undefined;
  assertMayChoose(person);
  const team = await store.read.teams.get(person.teamId ?? "");
  if (!team) return showHow(person);
  return async (unit) => {
    await unit.teamChannels.put({
      ...{ id: team.id, target: channel, setById: person.id, updatedAt: unit.now },
    });
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat", detail: {} },
      ...{ action: "team.channel", kind: "team", recordId: team.id },
    });
    // There for the team, and in private, where whoever asked is told to look for an answer.
    for (const to of [channel, person.id]) unit.post({ to, card: setCard(unit, person, team) });
    return {};
  };
}

/** Said in private: how it is done. */
export function showHow(person: Person): Effect {
  assertMayChoose(person);
  return async (unit) => {
    const { channel } = readingOf(person).texts.strategyUse;
    const title = person.teamId === null ? channel.noTeam : channel.how;
    const key = `team_channel:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks: [] } });
    return {};
  };
}

function setCard(unit: Unit, person: Person, { name }: Team): Card {
  const { channel, digest } = readingOf(person).texts.strategyUse;
  const title = channel.set({ team: name });
  return {
    ...{ key: `team_channel:${unit.newId("message")}`, title, tone: "good", summary: title },
    blocks: [note(digest.more)],
  };
}

/** Throws Refused unless this person runs a team. */
function assertMayChoose({ id, role }: Person): void {
  if (role === "manager") return;
  throw new Refused("forbidden", `${id} may not choose a team's channel.`);
}
