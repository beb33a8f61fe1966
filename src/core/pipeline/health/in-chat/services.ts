// What the use cases of health work with.
import type { Gate } from "../../../gate/gate.ts";
import type { Person } from "../../../model.ts";
import { peopleUnder } from "../../../people/people-under.ts";
import type { Workdays } from "../../../people/working-time.ts";
import type { AssetStore, Clock, Store } from "../../../ports.ts";
import type { Contract } from "../../contracts/contract.ts";
import { type ContractFiles, contractsInForce } from "../../contracts/contracts-in-force.ts";
import type { Scope } from "../gather.ts";
import { type Measured, measureHealth } from "../measure.ts";
import { fixableBy } from "../problems.ts";

/** Signed links to the live page of health (src/web/health-page/links.ts). */
export interface HealthPages {
  linkFor(readerId: string): string;
  /** How long a link works. */
  readonly hours: number;
}

export type HealthServices = {
  store: Store;
  clock: Clock;
  gate: Gate;
  workdays: Workdays;
  assets: AssetStore;
  contractFiles: Pick<ContractFiles, "latest">;
  /** Lets others work in between. */
  pause: () => Promise<void>;
  /** Undefined without a public address. */
  healthPages?: HealthPages | undefined;
};

/** What measuring reads with. */
export type HealthReads = Pick<HealthServices, "store" | "clock" | "contractFiles" | "pause">;

/** Records a contributor's fields are looked for in: the latest changed of each kind. */
const mostLooked = 2_000;

/** The contracts in force. */
export async function contractsOf({ store, contractFiles }: HealthReads): Promise<Contract[]> {
  const known = await contractsInForce(store.read, await contractFiles.latest());
  return known.map(({ contract }) => contract);
}

/** Health as one person may see it: their own records, a manager's people's, and for contributors the fields they own. */
export async function measureFor(
  services: HealthReads,
  person: Person,
): Promise<Measured & { contracts: Contract[] }> {
  const contracts = await contractsOf(services);
  const { store, clock, pause } = services;
  const isContributor = person.role === "contributor";
  const measured = await measureHealth({
    ...{ read: store.read, pause, now: clock(), fixable: fixableBy(contracts, person.role) },
    contracts: isContributor ? fixableBy(contracts, person.role) : contracts,
    scope: await scopeOf(services, person),
    ...(isContributor ? { limit: mostLooked } : {}),
  });
  return { ...measured, contracts };
}

async function scopeOf({ store: { read } }: HealthReads, person: Person): Promise<Scope> {
  if (person.role === "contributor") return "everything";
  if (person.role !== "manager") return { ownerIds: [person.id], withUnowned: false };
  const under = await peopleUnder(read, person);
  return { ownerIds: under.map(({ id }) => id), withUnowned: true };
}
