// A small company on a real store, with a clock the test holds.
import type { ChatSurface, SurfaceParts } from "../../src/chat/adapter.ts";
import type { Change } from "../../src/core/gate/gate.ts";
import { scheduleAssignment } from "../../src/core/leads/assigning/schedule-assignment.ts";
import type { Lead, Person, RecordKind, RecordTypes } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import { readyPublisher } from "../../src/core/strategy/sandbox/publisher.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside, type RingsideOptions } from "../../src/main.ts";
import type { CompanyOptions } from "../../src/wiring/company.ts";
import { testNow } from "./people.ts";
import { newDataFolder } from "./records.ts";
import { sharedTraining } from "./training.ts";

export type World = {
  ringside: Ringside;
  /** Moves the clock and works on what became due. */
  passes(ms: number): Promise<void>;
  add<Kind extends RecordKind>(
    kind: Kind,
    id: string,
    set: Partial<RecordTypes[Kind]>,
  ): Promise<void>;
  /** A new lead arrives and is assigned. */
  arrives(id: string, set?: Partial<Lead>): Promise<void>;
  close(): Promise<void>;
};

/** People of every world: ana (en) and 李雷 (zh) sell everywhere, mia manages both; bob is a contributor. */
const people: Record<string, Partial<Person>> = {
  per_mia: { name: "Mia Manager", role: "manager", teamId: "tea_all", timeZone: "Europe/London" },
  per_ana: {
    name: "Ana Silva",
    teamId: "tea_all",
    managerId: "per_mia",
    industries: ["medical"],
    capacity: 3,
  },
  per_lei: {
    name: "李雷",
    teamId: "tea_all",
    managerId: "per_mia",
    language: "zh",
    timeZone: "Asia/Shanghai",
    capacity: 3,
  },
  per_bob: { name: "Bob Contributor", role: "contributor", teamId: "tea_all" },
};

/** `dataDir`: of a world that was closed, to go on with it. */
export type WorldOptions = Partial<
  Pick<
    RingsideOptions,
    "pages" | "speech" | "ownership" | "customer" | "connectModel" | "log" | "crm" | "flood"
  >
> &
  CompanyOptions & {
    dataDir?: string;
    /** Nobody has answered the questions before a first publication. */
    asksFirst?: boolean;
  };

export async function createWorld(
  surfaces: ((parts: SurfaceParts) => ChatSurface)[] = [],
  { dataDir, ...options }: WorldOptions = {},
): Promise<World> {
  let now = testNow;
  const ringside = await openRingside({
    dataDir: dataDir ?? (await newDataFolder()),
    log: createLog({ level: "silent" }),
    clock: () => now,
    surfaces,
    training: sharedTraining(),
    ...options,
  });
  const apply = (changes: Change[]) =>
    ringside.records.write(async (unit) => {
      const by = { by: operator, via: "import", source: "test" } as const;
      const refusals = await ringside.gate.apply(unit, { ...by, changes });
      if (refusals.length > 0) throw new Error(refusals[0]?.message);
      const created = changes.filter(({ kind }) => kind === "lead").map(({ id }) => id);
      if (created.length > 0) scheduleAssignment(unit, created, created.join());
    });
  const create = (kind: RecordKind, id: string, set: object) =>
    ({ kind, id, create: true, set }) as Change;

  const isNew = (await ringside.records.read.people.count({})) === 0;
  const company = [
    create("team", "tea_all", { name: "All" }),
    ...Object.entries(people).map(([id, set]) => create("person", id, set)),
    create("account", "acc_acme", {
      name: "Acme Medical",
      industry: "medical",
      employees: 500,
      territory: "UK",
    }),
    create("contact", "con_wang", {
      name: "Wang Li",
      accountId: "acc_acme",
      email: "wang@acme.example",
    }),
  ];
  if (isNew) await apply(company);
  // Somebody who never published is asked six questions first; that is a conversation of its own (sandbox.test.ts).
  if (isNew && !options.asksFirst) {
    const ready = ["per_mia", "per_lei"].map((id) => readyPublisher(id, testNow));
    await ringside.records.write((unit) => unit.publishers.put(...ready));
  }
  return {
    ringside,
    async passes(ms) {
      now += ms;
      await ringside.drain();
    },
    add: (kind, id, set) => apply([create(kind, id, set)]),
    async arrives(id, set = {}) {
      const lead = {
        title: id,
        contactId: "con_wang",
        accountId: "acc_acme",
        need: "20 seats",
        ...set,
      };
      await apply([create("lead", id, lead)]);
      await ringside.drain();
    },
    close: () => ringside.close(),
  };
}
