// The decision chain in lines: each role with who has it, how they feel, when we last spoke; or that it is missing.
import { note } from "../../blocks.ts";
import { type Block, strong, text } from "../../card.ts";
import { withTitle } from "../../text/with-title.ts";
import { type BasisReading, sayBasis } from "../brief/basis.ts";
import { sayTalk } from "../brief/claims.ts";
import { type ChainLink, type ChainPerson, type DecisionChain, isNamed } from "./decision-chain.ts";

/** People of one role, and of none, that a card has room for. */
const mostOfRole = 3;
const mostOthers = 5;

export function chainBlocks({ links, others }: DecisionChain, view: BasisReading): Block[] {
  const { briefing } = view.reading.texts;
  const people = others
    .slice(0, mostOthers)
    .map(({ name, title }) => withTitle(name, title, view.reading.texts))
    .join(view.reading.language === "zh" ? "；" : "; ");
  const also: Block = note(briefing.others({ people }));
  return [...links.flatMap((link) => linkBlocks(link, view)), ...(others.length > 0 ? [also] : [])];
}

function linkBlocks(link: ChainLink, view: BasisReading): Block[] {
  const { briefing } = view.reading.texts;
  const { role, people } = link;
  const isGuessed = role === "decides" && people.length > 0 && !isNamed(link);
  const said = people.length === 0 ? briefing.missing : "";
  const words = isGuessed ? briefing.unconfirmed : said;
  const [first, ...rest] = people.slice(0, mostOfRole);
  const name = strong(`${briefing.roles[role]} `);
  if (words || !first) {
    const shown = people.slice(0, mostOfRole).flatMap((person) => personBlocks(person, view));
    return [{ t: "text", text: [name, text(words)] }, ...shown];
  }
  return [
    { t: "text", text: [name, text(nameOf(first, view))] },
    detailBlock(first, view),
    ...rest.flatMap((person) => personBlocks(person, view)),
  ];
}

const nameOf = ({ name, title }: ChainPerson, { reading }: BasisReading) =>
  withTitle(name, title, reading.texts);

function personBlocks(person: ChainPerson, view: BasisReading): Block[] {
  return [{ t: "text", text: [text(`– ${nameOf(person, view)}`)] }, detailBlock(person, view)];
}

/** How we know, how they feel, when we last spoke. */
function detailBlock({ ground, basis, mood, talk }: ChainPerson, view: BasisReading): Block {
  const { reading } = view;
  const { briefing, updates } = reading.texts;
  const source = sayBasis(basis, view);
  const felt = mood
    ? briefing.mood({ mood: updates.moods[mood.mood] ?? "", source: sayBasis(mood.basis, view) })
    : briefing.moodUnknown;
  const known = ground === "title" ? `${briefing.byTitle}${briefing.based({ source })}` : source;
  const spoke = talk ? briefing.talk({ said: sayTalk(talk, reading) }) : briefing.noTalk;
  return note([known, felt, spoke].join(" · "));
}
