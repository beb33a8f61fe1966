// A call that was read, analysed and kept; only words whose speaker is sure enough are evidence of skills.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { forgetFile } from "../../voice/forget-file.ts";
import { recordEvidence } from "../twin/record-evidence.ts";
import { analyseCall } from "./analyse-call.ts";
import type { Analysis, Call, Line, Speakers } from "./call.ts";
import { readAbout } from "./call-about.ts";
import { callCard } from "./call-card.ts";
import { dropEvidence } from "./drop-call.ts";
import type { CallServices } from "./services.ts";
import { findSpeakers } from "./speakers/find-speakers.ts";

type Given = { services: CallServices; person: Person; call: Call };
type Keep = (unit: Unit, call: Call) => Promise<void>;

/** Analyses lines as they were read or heard; what it returns keeps them. */
export async function keepRead({ services, person, call }: Given, lines: Line[]): Promise<Keep> {
  const spoken = findSpeakers(lines, person.name);
  const analysis = await analyse({ services, person, call }, spoken);
  return async (unit, now) => {
    if (now.transcript.assetId) forgetFile(unit, now.transcript.assetId);
    const { name } = now.transcript;
    const transcript = {
      state: "read" as const,
      name,
      assetId: null,
      heard: [],
      lines: spoken.lines,
    };
    await keepAnalysis(unit, { person, call: { ...now, transcript, analysis } });
  };
}

/** The same call with another of its speakers as the rep. */
export async function readAs({ services, person, call }: Given, speakers: Speakers): Promise<Keep> {
  const { lines } = call.transcript;
  const analysis = await analyse({ services, person, call }, { lines, speakers });
  return async (unit, now) => {
    await dropEvidence(unit, now);
    await keepAnalysis(unit, { person, call: { ...now, analysis } });
  };
}

async function analyse(
  { services, person, call }: Given,
  spoken: { lines: Line[]; speakers: Speakers },
): Promise<Analysis> {
  const verticals = [...new Set(services.library().playbooks.map(({ vertical }) => vertical))];
  const about = await readAbout(services.store.read, { person, call, verticals });
  return analyseCall(services, { person, at: call.at, about, ...spoken });
}

async function keepAnalysis(
  unit: Unit,
  { person, call }: { person: Person; call: Call & { analysis: Analysis } },
): Promise<void> {
  const { score, counts, asks } = call.analysis;
  await unit.calls.put(call);
  if (counts) {
    const talk = { person, source: "call" as const, sourceId: call.id, at: call.at };
    await recordEvidence(unit, { ...talk, score, asks });
  }
  unit.post({ to: person.id, card: callCard(unit, person, call) });
}
