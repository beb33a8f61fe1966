// From a best answer to the drill its rep reads: cleaned by the rules of debriefs, and nothing in it they did not say.
import type { Person } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import { cleanerFor, linesOf } from "../../../strategy/debrief/draft-script.ts";
import type { PersonalKind } from "../../../strategy/debrief/personal/kinds.ts";
import type { ScriptAsset } from "../../../strategy/debrief/stored.ts";
import { textsFor } from "../../../text/texts.ts";
import { verticalNamed } from "../../verticals.ts";
import { colleague } from "./drill.ts";
import type { Answer } from "./find-answer.ts";

/** A drill before it has an id, with what was taken out. */
export type DrillDraft = {
  asset: Omit<ScriptAsset, "id" | "createdAt" | "updatedAt">;
  removed: PersonalKind[];
};

type Given = { person: Person; answer: Answer; verticals: readonly string[] };

/** Takes out whatever leads to anybody in the records, of both sides' words. */
export async function draftDrill(
  read: Reader,
  { person, answer, verticals }: Given,
): Promise<DrillDraft> {
  const { language, tactic, skill, sourceId, asks } = answer;
  const clean = await cleanerFor(read, language);
  const [customer, words] = [clean(answer.customer), clean(answer.words)];
  const texts = textsFor(language);
  const check = asks ?? texts.skills.names[skill] ?? skill;
  const [first] = person.industries.flatMap((name) => verticalNamed(name, verticals) ?? []);
  return {
    asset: {
      ...{ playbook: answer.vertical ?? first ?? verticals[0] ?? "", language, tactic },
      ...{ scenario: null, text: linesOf(words.text).join("\n") },
      provenance: {
        ...{ debriefId: "", dealId: "", personId: person.id, outcome: colleague },
        ...{ when: customer.text, customer: customer.text, why: texts.drills.why({ check }) },
        talk: { sourceId, skill },
      },
      ...{ state: "draft", authorId: null, reviewerId: null },
    },
    removed: [...customer.removed, ...words.removed],
  };
}
