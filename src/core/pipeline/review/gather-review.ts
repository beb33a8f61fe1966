// All a deal review says, decided before it is written.
import { visibleCustomers } from "../../customers/find-customers.ts";
import { type Deal, type Person, type Stage, stages } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { BriefServices } from "../brief/services.ts";
import { gatherStory, type Story } from "../brief/story.ts";
import { contractsInForce } from "../contracts/contracts-in-force.ts";
import { type Breach, findAsked } from "../contracts/find-breaches.ts";
import { standingsOf } from "../updates/needs.ts";
import { type DecisionChain, toChain } from "./decision-chain.ts";
import { measureRisks, type Risk } from "./risks.ts";
import { type StageAge, stageAge } from "./stage-age.ts";

/** `now`: what this stage lacks; `later`: what the next one asks for beside it. */
export type OpenQuestions = { now: Breach[]; later: Breach[]; nextStage: Stage | undefined };

export type Review = {
  label: string;
  deal: Deal;
  story: Story;
  chain: DecisionChain;
  age: StageAge;
  risks: Risk[];
  open: OpenQuestions;
};

/** Deals whose stages are learned from: the latest won. */
const mostWon = 1_000;

type About = { person: Person; deal: Deal; label: string };

/** Undefined where the deal is no longer one of theirs. */
export async function gatherReview(
  services: BriefServices,
  { person: reader, deal, label }: About,
): Promise<Review | undefined> {
  const { store, events, clock } = services;
  const { read } = store;
  const now = clock();
  const customers = await visibleCustomers(read, reader);
  const customer = customers.find(({ subjects }) => subjects.some(({ id }) => id === deal.id));
  if (!customer) return undefined;
  const story = await gatherStory({ read, events, now }, { customer, deal, reader });
  const chain = toChain(story);
  const age = stageAge(deal, { ...(await movesOf(read, deal)), now });
  const risks = measureRisks({ story, deal, chain, age, now });
  const open = await openQuestions(services, deal, now);
  return { label, deal, story, chain, age, risks, open };
}

async function movesOf(read: Reader, { id: dealId }: Deal) {
  const latest = { order: { by: "updatedAt", descending: true }, limit: mostWon } as const;
  const won = await read.deals.find({ status: "won" }, latest);
  return {
    own: await read.stageChanges.find({ dealId }),
    won: await read.stageChanges.find({ dealId: won.map(({ id }) => id) }),
  };
}

/** What the data contracts in force still ask of the deal; proofs are asked for by a move, not by staying. */
async function openQuestions(
  { store: { read }, contractFiles }: BriefServices,
  deal: Deal,
  now: number,
): Promise<OpenQuestions> {
  const inForce = await contractsInForce(read, await contractFiles.latest());
  const contracts = inForce.flatMap(({ contract }) => (contract.kind === "deal" ? contract : []));
  const standings = await standingsOf(read, deal.id, contracts);
  const asked = (stage: Stage) =>
    findAsked(contracts, {
      ...{ stage, now, standings, after: { ...deal }, evidence: [], unknownUntil: {} },
    });
  const lacking = asked(deal.stage).filter(({ code }) => code === "missing");
  const known = new Set(lacking.map(({ contract }) => contract.id));
  const nextStage = stages[stages.indexOf(deal.stage) + 1];
  const later = nextStage === undefined || nextStage === "lost" ? [] : asked(nextStage);
  return {
    ...{ now: lacking, nextStage },
    later: later.filter(({ contract, code }) => code !== "missing" || !known.has(contract.id)),
  };
}
