// Once a week, to each team in its language: what was published, taken on and retired; nothing where nothing was.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note, sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { weekMs } from "../../durations.ts";
import type { Person, Team } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { StrategyServices } from "../services.ts";
import { askingTime } from "../weekly/asking-hour.ts";
import { readWords } from "../weekly/vocabulary.ts";
import { type News, readNews } from "./news.ts";
import { sayNews } from "./say-news.ts";

export const digestJob = "strategy.digest";
export type DigestPayload = { teamId: string; from: number };

/** Monday at ten, where the team's manager is. */
const digestHour = { weekday: 1, minutes: 10 * 60 };
/** A line of the daily digest: nothing has to be done. */
const digestValue = 0.05;
const mostLines = 8;

/** Has each team told what was new in the week before. */
export async function planDigests(
  read: Reader,
  { runAt, workdays }: { runAt: number; workdays: Workdays },
): Promise<(unit: Pick<Unit, "schedule">) => void> {
  const people = await read.people.find({ active: true });
  const teams = await read.teams.find({});
  const planned = teams.flatMap((team) => {
    const [member] = membersOf(team, people);
    if (!member) return [];
    const { timeZone } = managerOf(member, people, teams) ?? member;
    return [{ team, at: askingTime(digestHour, { from: runAt, timeZone, workdays }) }];
  });
  return (unit) => {
    for (const { team, at } of planned) {
      const payload: DigestPayload = { teamId: team.id, from: at - weekMs };
      unit.schedule({
        kind: digestJob,
        key: `${digestJob}:${team.id}:${runAt}`,
        runAt: at,
        payload,
      });
    }
  };
}

function membersOf({ id }: Team, people: readonly Person[]): Person[] {
  return people.filter(({ teamId, role }) => teamId === id && role !== "operator");
}

/** The job: into the team's channel, or, without one, as a line of each member's daily digest. */
export async function sendDigest(
  { teamId, from }: DigestPayload,
  services: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = services.store;
  const news = await readNews(read, { from, to: services.clock() });
  const team = await read.teams.get(teamId);
  if (!team || news.length === 0) return async () => {};
  const members = membersOf(
    team,
    await read.people.find({ active: true }, { order: { by: "id" } }),
  );
  const channel = await read.teamChannels.get(teamId);
  const key = `strategy_digest:${teamId}:${from}`;
  const [typical] = typicalOf(members);
  if (channel && typical) {
    const card = await digestCard(services, typical, { team, news, key });
    return async (unit) => unit.post({ to: channel.target, card });
  }
  const cards = await Promise.all(
    members.map(async (person) => ({
      ...({ person, kind: "strategy", value: digestValue } as const),
      card: await digestCard(services, person, { team, news, key }),
    })),
  );
  return async (unit) => {
    for (const offer of cards) await offerNudge(unit, services.workdays, offer);
  };
}

/** Members who read the language most of them read. */
function typicalOf(members: readonly Person[]): Person[] {
  const chinese = members.filter(({ language }) => language === "zh");
  const others = members.filter(({ language }) => language !== "zh");
  return chinese.length > others.length ? chinese : others;
}

type Digest = { team: Team; news: readonly News[]; key: string };

async function digestCard(
  services: StrategyServices,
  reader: Person,
  { team, news, key }: Digest,
): Promise<Card> {
  const { names } = await readWords(services, reader);
  const reading = readingOf(reader);
  const { digest } = reading.texts.strategyUse;
  const lines = news.slice(0, mostLines).map((one) => sayNews(one, names, reading));
  const rest = news.length - lines.length;
  const said = [...lines, ...(rest > 0 ? [digest.rest({ count: rest })] : [])];
  return {
    ...{ key, title: digest.title({ team: team.name }), tone: "info", summary: digest.summary },
    blocks: [...said.map(sentence), note(digest.more)],
  };
}
