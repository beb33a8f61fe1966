// `health`: the picture for managers; for whoever can put data right, what there is to put right.
import { Refused } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import { peopleUnder } from "../../../people/people-under.ts";
import type { Effect } from "../../../use-case.ts";
import { ownSlices } from "../person-lines.ts";
import { readBefore } from "../readings.ts";
import { fixCard } from "./fix-card.ts";
import { healthCard } from "./health-card.ts";
import { type HealthServices, measureFor } from "./services.ts";

/** Answers `health` by who asks. */
export async function askHealth(services: HealthServices, person: Person): Promise<Effect> {
  if (person.role === "manager") return showTeamHealth(services, person);
  return showFixes(services, { person, params: {} });
}

async function showTeamHealth(services: HealthServices, person: Person): Promise<Effect> {
  const measured = await measureFor(services, person);
  const { read } = services.store;
  const people = await peopleUnder(read, person);
  const before = await readBefore(read, ownSlices(people), services.clock());
  return async (unit) => {
    const key = `health:${unit.newId("message")}`;
    const { healthPages: pages } = services;
    const card = healthCard(unit, { person, measured, people, before, key, pages });
    unit.post({ to: person.id, card });
    return {};
  };
}

type Asking = { person: Person; params: Record<string, string> };

/** The first record to put right, with its form, and what comes after it. */
export async function showFixes(
  services: HealthServices,
  { person, params }: Asking,
): Promise<Effect> {
  if (person.role === "operator") throw new Refused("forbidden", "An operator owns no records.");
  const { fixes, toFix } = await measureFor(services, person);
  const done = (params.done ?? "").split(",").filter(Boolean);
  return async (unit) => {
    const key = params.cardKey ?? `health_fix:${unit.newId("message")}`;
    unit.post({ to: person.id, card: fixCard(unit, { person, fixes, toFix, done, key }) });
    return {};
  };
}
