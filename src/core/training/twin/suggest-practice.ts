// A manager suggests a practice; it reaches the rep as their own choice, within what may interrupt them.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { type Skill, skills } from "../playbook.ts";
import type { SkillServices } from "./show-skills.ts";
import { lookAtRep } from "./team-skills.ts";

/** Of the middle: worth a message on a quiet day, else a line of the digest. */
const value = 0.5;

/** Offers the rep a practice of one skill. Suggested again, it is the same card: nobody is nagged. */
export async function suggestPractice(
  services: SkillServices & { workdays: Workdays },
  ask: Ask,
): Promise<Effect> {
  const { person: manager, params } = ask;
  const { chat, skills: words } = readingOf(manager).texts;
  const visible = await lookAtRep(services, ask);
  const skill = skills.find((one) => one === params.skill);
  if (!visible || !skill) return async () => ({ toast: chat.gone });
  const { person: rep } = visible;
  return async (unit) => {
    const card = suggestionCard(unit, { rep, manager, skill });
    await offerNudge(unit, services.workdays, { person: rep, kind: "coaching", value, card });
    return { toast: words.team.suggested({ name: rep.name }) };
  };
}

type Suggestion = { rep: Person; manager: Person; skill: Skill };

function suggestionCard(unit: Unit, { rep, manager, skill }: Suggestion): Card {
  const { texts } = readingOf(rep);
  const { suggestion, names } = texts.skills;
  const key = `suggest:${rep.id}:${skill}`;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: rep.id, cardKey: key });
  return {
    key,
    title: suggestion.title({ name: manager.name, skill: names[skill] ?? skill }),
    tone: "info",
    summary: suggestion.summary,
    blocks: [
      { t: "text", text: [text(suggestion.body)] },
      {
        t: "actions",
        actions: [
          {
            ...{ id: "skills.practise", label: suggestion.start, style: "primary" },
            ref: arm("skills.practise", { skill }),
          },
          { id: "skills.seen", label: suggestion.seen, ref: arm("skills.seen", {}) },
        ],
      },
    ],
  };
}
