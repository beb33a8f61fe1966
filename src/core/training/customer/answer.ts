// What a customer answers to what was asked: what they know of it, a yes or a no, or that they keep it to themselves.
import type { Asked } from "../moves/model.ts";
import { fold } from "../moves/text.ts";
import type { Topic } from "../playbook.ts";
import { isForAYes, occasionFor, type Standing } from "./asked.ts";
import type { FoundFact } from "./find-answers.ts";
import type { Occasion } from "./lines/model.ts";
import type { CustomerState, Plan, Reaction } from "./model.ts";
import { onTheOffer } from "./questions.ts";
import { linesFor, topicName, vagueLines } from "./register.ts";
import { add, addEach, left, type Speech, type Turned } from "./speech.ts";

/** Reactions to which nothing is told: the customer has something else to say. */
const tellNothing: readonly Reaction[] = [
  "silence",
  "rude",
  "odd",
  "offTopic",
  "breach",
  "pressed",
  "monologue",
];
/** Who dodges or gives something away is told what they asked, and no more. */
const onlyTold: readonly Reaction[] = ["dodged", "conceded", "warm"];

/** Adds it: what came to light, what they know, and an answer to what is still unanswered. */
export function answer(plan: Plan, speech: Speech, turned: Turned): Speech {
  const { reaction, reveal, facts, asked } = turned;
  if (tellNothing.includes(reaction)) return speech;
  const brought = reveal === undefined ? [] : [[plan.scenario.reveals[reveal]?.says ?? ""]];
  const told = addEach(speech, [...brought, ...factLines(plan, facts)]);
  const isTold = told.lines.length > speech.lines.length;
  const isEnough = onlyTold.includes(reaction) || (isTold && !isForAYes(asked));
  return isEnough ? told : answerRest(plan, told, turned);
}

/** What nothing told answers: asked back, with the objection, vaguely, or in anybody's words. */
function answerRest(plan: Plan, speech: Speech, turned: Turned): Speech {
  if (turned.near.length > 0 && !turned.asked) return askBack(plan, speech, turned.near);
  const own = ownAnswer(plan, speech, turned);
  if (own.length > 0) return add(speech, own);
  const vague = isVague(turned) ? left(speech, vagueLines(plan, turned.about)) : [];
  if (vague.length > 0) return add(speech, vague);
  const { asked } = turned;
  const occasion = asked ? toAsked(asked, { turned, speech }) : toUnknown(turned, speech.state);
  return occasion ? add(speech, linesFor(plan, occasion)) : speech;
}

/** Asked for something of a kind they could speak of, beyond a yes, one of two or a favour. */
function isVague(turned: Turned): turned is Turned & { about: Topic } {
  const { asked, about, isUnknown } = turned;
  const isPlain = asked === undefined || measures.includes(asked);
  return isUnknown && isPlain && about !== undefined;
}

const measures: readonly Asked[] = ["amount", "duration", "person", "day", "reason"];

/** For each thing that was asked for, the lines that would tell it: all of it once, after that the heart of it. */
function factLines(plan: Plan, facts: readonly FoundFact[]): string[][] {
  return facts.flatMap(({ index, isAgain }) => {
    const fact = plan.scenario.facts?.[index];
    if (!fact) return [];
    return [isAgain ? sayAgain(plan, fact.again) : [fact.says]];
  });
}

/** Said once before: a word that it was, and the heart of it. */
function sayAgain(plan: Plan, again: string): string[] {
  const blank = plan.language === "zh" ? "" : " ";
  return linesFor(plan, "asISaid").map((lead) => `${lead}${blank}${again}`);
}

/** "Do you mean what it costs us, or who decides?" */
function askBack(plan: Plan, speech: Speech, near: readonly number[]): Speech {
  const [one, other] = near.map((index) => topicName(plan, plan.scenario.facts?.[index]?.about));
  const lines = linesFor(plan, "askBack").map((line) =>
    line.replace("{one}", one ?? "").replace("{other}", other ?? ""),
  );
  const asked = add(speech, lines);
  return { ...asked, state: { ...asked.state, askedBack: [...near] } };
}

/** Asked what bothers them, they say the objection; asked for the story behind it, they tell that. */
function ownAnswer(plan: Plan, speech: Speech, turned: Turned): readonly string[] {
  const objection = turned.was === null ? undefined : plan.scenario.objections[turned.was];
  if (!objection || turned.reaction !== "explored") return [];
  const isForTheirs = turned.turn.sentences.some(({ text }) => onTheOffer.test(fold(text)));
  if (isForTheirs) return left(speech, objection.says);
  const isForStory = objection.tactic === "bad_experience" && turned.isUnknown;
  return isForStory ? left(speech, objection.says).filter((line) => !/[?？]/.test(line)) : [];
}

/** Trusted so far, a rep gets the meeting they ask for, though not the yes. */
const stepTrust = 0.5;
/** Not trusted so far, they are told that it is too soon. */
const noStepTrust = 0.3;

/** A grant answers these, too. */
const granted: readonly Asked[] = ["view", "yesNo", "objects"];

const isGranted = (asked: Asked, { reaction }: Turned) =>
  reaction === "met" && granted.includes(asked);

type Answering = { turned: Turned; speech: Speech };

/** By how what was said stands, a grant being a yes. */
function toAsked(asked: Asked, { turned, speech }: Answering): Occasion | undefined {
  const { reaction } = turned;
  const { state, lines } = speech;
  if (isGranted(asked, turned) && lines.length > 0) return undefined;
  if (asked === "choice") return state.seed % 2 === 0 ? "choice" : "otherChoice";
  if (asked === "step") return toStep(turned, state.mood.trust);
  if (reaction === "waiting" && asked === "view") return "notOnThis";
  return occasionFor(asked, standingOf(asked, { turned, speech }));
}

/** Who is trusted gets a favour, however their answer stands. */
function standingOf(asked: Asked, { turned, speech }: Answering): Standing {
  const { trust } = speech.state.mood;
  return isEased(turned) || (asked === "favour" && trust >= stepTrust) ? "heard" : "open";
}

const easing: readonly Reaction[] = ["raise", "met", "reveal"];

const isEased = ({ reaction, isHeard }: Turned) => isHeard || easing.includes(reaction);

/** Taken, put off or declined by the rep's trust; put off only for something that is still to come. */
function toStep(turned: Turned, trust: number): Occasion {
  if (turned.reaction === "waiting") return "notOnThis";
  if (isEased(turned)) return turned.hasMore ? "stepLater" : "notOnThis";
  if (trust < noStepTrust) return "premature";
  if (trust < stepTrust) return "stepLater";
  return turned.was === null ? "agreedForNow" : "stepTaken";
}

/** Nothing tells it: that the question is right, or that something else comes first. */
function toUnknown(turned: Turned, { open }: CustomerState): Occasion | undefined {
  const { reaction, isUnknown, isToThePoint, hasMore } = turned;
  if (reaction === "premature") return "premature";
  if (!isUnknown && reaction !== "explored") return undefined;
  if (isUnknown && isToThePoint && reaction === "explored") return "goodQuestion";
  return open === null && hasMore ? "beforeThat" : "noAnswer";
}
