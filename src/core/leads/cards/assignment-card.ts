// The assignment card: in two seconds, who the customer is and why you.
import { heading, note, sentence } from "../../blocks.ts";
import {
  type Action,
  type Block,
  type Card,
  type Inline,
  strong,
  type Tone,
  text,
} from "../../card.ts";
import type { OwnerChange } from "../../facts.ts";
import { fromCrmSource } from "../../pipeline/write-back/crm-source.ts";
import type { Texts } from "../../text/en.ts";
import { dateInline, type Reading } from "../../text/format.ts";
import type { Assignment, Contribution } from "../assigning/assignment.ts";
import { strongest } from "../assigning/decide.ts";
import { bandOf, fewerOpen, rivalOf, runnerUpOf, smallestFlip } from "../explaining/compare.ts";
import { customerName, type LeadView } from "../gathering/customer.ts";
import { allPoints } from "../weighing/weights.ts";
import { dealButton } from "./lead-button.ts";

export type AssignmentView = LeadView & {
  assignment: Assignment;
  /** The manager who gave it by hand. */
  authorName?: string;
  /** The latest change of the lead's owner, where a CRM has a part in it. */
  ownerChange?: Pick<OwnerChange, "source" | "crmState">;
};

/** Makes the opaque id of a button on this card. */
export type Arm = (action: string, params: Record<string, string>) => string;

/** The key of an assignment's card: later states edit the one card. */
export function assignmentKey(assignmentId: string): string {
  return `assignment:${assignmentId}`;
}

/** The buttons are those that still do something in the assignment's state. */
export function renderAssignmentCard(view: AssignmentView, reading: Reading, arm: Arm): Card {
  const { assignment } = view;
  const { texts } = reading;
  const customer = customerName(view);
  return {
    key: assignmentKey(assignment.id),
    title: customer,
    subtitle: subtitleOf(view, reading),
    tone: tones[assignment.state],
    tags: tagsOf(view, reading),
    summary: texts.leads.summary({ customer }),
    blocks: [
      ...needOf(view, reading),
      ...whyYou(assignment, reading),
      heatStrip(assignment.contributions, reading),
      ...nextInLine(assignment, reading),
      addsUp(assignment, reading),
      ...ownerInCrm(view, reading),
      { t: "actions", actions: actionsOf(view, reading, arm) },
    ],
  };
}

/** The state an accepted lead has in the CRM, or that it was given to somebody else there. */
function ownerInCrm({ assignment, ownerChange }: AssignmentView, { texts }: Reading): Block[] {
  if (!ownerChange) return [];
  const { pending, written, refused, changed } = texts.crm.owner;
  const { source, crmState } = ownerChange;
  const said = { pending, written, refused, none: undefined }[crmState];
  if (assignment.state === "accepted" && said) return [note(said)];
  const name = fromCrmSource(source);
  if (assignment.state !== "withdrawn" || name === undefined) return [];
  return [note(changed({ name }))];
}

const tones: Record<Assignment["state"], Tone> = {
  offered: "info",
  accepted: "good",
  declined: "warn",
  expired: "warn",
  withdrawn: "warn",
};

function subtitleOf(
  { assignment, authorName, lead }: AssignmentView,
  { texts, format }: Reading,
): string {
  if (isDeal({ assignment, lead })) return texts.fromLead.isDealSubtitle;
  const fit = format.points(assignment.fit);
  const { leads } = texts;
  const offered = authorName
    ? leads.assignedBy({ name: authorName, rank: assignment.rank })
    : leads.newForYou({ fit });
  return {
    offered,
    accepted: leads.acceptedSubtitle({ fit }),
    declined: assignment.declineReason === null ? leads.givenBackSubtitle : leads.declinedSubtitle,
    expired: leads.withdrawnSubtitle,
    withdrawn: leads.withdrawnSubtitle,
  }[assignment.state];
}

/** The lead became a deal in its rep's hands: from now on the deal is worked. */
function isDeal({ assignment, lead }: Pick<AssignmentView, "assignment" | "lead">): boolean {
  return assignment.state === "accepted" && lead.status === "converted";
}

function tagsOf({ account, lead }: LeadView, { texts }: Reading): string[] {
  const industry = account?.industry;
  return [industry && (texts.leads.industries[industry] ?? industry), lead.territory].filter(
    (tag): tag is string => Boolean(tag),
  );
}

function needOf({ lead, assignment }: AssignmentView, { texts, format }: Reading): Block[] {
  const items: { label: string; value: Inline[] }[] = [];
  if (lead.need) items.push({ label: texts.leads.customerSays, value: [text(lead.need)] });
  if (lead.source) {
    const source = texts.leads.sources[lead.source] ?? lead.source;
    items.push({ label: texts.leads.source, value: [text(source)] });
  }
  if (lead.budget !== null) {
    const budget = format.money(lead.budget, lead.currency);
    items.push({ label: texts.leads.budget, value: [text(budget)] });
  }
  if (assignment.state === "offered" && assignment.deadlineAt !== null) {
    const by = dateInline(assignment.deadlineAt, "both", format);
    items.push({ label: texts.ownership.acceptBy, value: [by] });
  }
  items.push({ label: texts.leads.arrived, value: [dateInline(lead.createdAt, "both", format)] });
  return [{ t: "fields", items }];
}

function whyYou(assignment: Assignment, { texts, format }: Reading): Block[] {
  const { contributions, rank, batch, authorId } = assignment;
  const isDivided = batch > 1 && rank > 1 && !authorId;
  const reason = isDivided ? texts.leads.inBatch({ rank, batch }) : assignment.reason;
  const sentences = strongest(contributions).map(
    (part) => `• ${sentenceOf(part, { texts, format })} (+${format.points(part.points)})`,
  );
  const lines = reason ? [reason, ...sentences] : sentences;
  return [heading(texts.leads.whyYou), sentence(lines.join("\n"))];
}

/** A factor's evidence in words; every number in it is stored with the assignment. */
function sentenceOf(
  { reason }: Contribution,
  { texts, format }: Pick<Reading, "texts" | "format">,
): string {
  return texts.leads.reasons[reason.code]?.(reason.params, format) ?? reason.code;
}

function heatStrip(contributions: Contribution[], { texts }: Reading): Block {
  const labels = contributions.map(({ factor }) => texts.leads.factors[factor] ?? factor);
  const values = contributions.map(({ value }) => value);
  return {
    t: "chart",
    chart: "heatmap",
    labels,
    series: [{ name: texts.leads.total, values }],
    max: 100,
    alt: `${texts.leads.heatStrip}: ${labels.map((label, index) => `${label} ${values[index]}`).join(", ")}`,
  };
}

function nextInLine(assignment: Assignment, { texts }: Reading): Block[] {
  const rival = runnerUpOf(assignment);
  const gap = rival ? assignment.fit - rival.fit : 0;
  const words = texts.leads.nextInLine[rival ? bandOf(gap) : "none"];
  return [note([words, ...counterfactuals(assignment, texts)].join("\n"))];
}

/**
 * What would have changed the outcome, computed from the stored integers. Leads that were divided together, or given
 * by hand, were not decided by one fit against another, so nothing is said of them.
 */
function counterfactuals(assignment: Assignment, { leads, ownership }: Texts): string[] {
  const rival = runnerUpOf(assignment);
  if (!rival || assignment.batch > 1 || assignment.authorId) return [];
  const gap = assignment.fit - rival.fit;
  if (gap < 0) return [];
  const fewer = fewerOpen(rivalOf(rival, assignment), gap);
  const flip = smallestFlip(assignment.contributions, gap);
  return [
    ...(fewer === undefined ? [] : [ownership.fewer({ count: fewer })]),
    ...(flip ? [leads.flip({ ...flip, factor: leads.factors[flip.factor] ?? flip.factor })] : []),
  ];
}

/** The sum, line by line: weight x value = points, and the points are the fit. */
function addsUp({ contributions, fit }: Assignment, { texts, format }: Reading): Block {
  const { columns, total, factors, neutral } = texts.leads;
  const rows = contributions.map(({ factor, value, known, weight, points }) => [
    [text(factors[factor] ?? factor)],
    [text(known ? String(value) : neutral({ value }))],
    [text(String(weight))],
    [text(format.points(points))],
  ]);
  const sum = [
    [strong(total)],
    [text("")],
    [text(String(allPoints))],
    [strong(format.points(fit))],
  ];
  return {
    t: "more",
    title: texts.leads.addsUp,
    blocks: [
      {
        t: "table",
        columns: [columns.factor, columns.value, columns.weight, columns.points],
        rows: [...rows, sum],
        numeric: [1, 2, 3],
      },
      note(evidenceOf(contributions, { texts, format })),
    ],
  };
}

function evidenceOf(
  contributions: Contribution[],
  reading: Pick<Reading, "texts" | "format">,
): string {
  const { factors } = reading.texts.leads;
  return contributions
    .filter(({ known }) => known)
    .map((part) => `${factors[part.factor] ?? part.factor}: ${sentenceOf(part, reading)}`)
    .join("\n");
}

function actionsOf(view: AssignmentView, { texts }: Reading, arm: Arm): Action[] {
  const { assignment, lead } = view;
  const { leads, ownership, fromLead } = texts;
  const params = { assignmentId: assignment.id };
  const button = (action: string, label: string, style?: "primary" | "danger"): Action => ({
    id: action,
    label,
    ref: arm(action, params),
    ...(style ? { style } : {}),
  });
  const always = [button("lead.why_not", leads.whyNot), button("lead.details", leads.details)];
  if (assignment.state === "offered") {
    return [
      button("lead.accept", leads.accept, "primary"),
      button("lead.decline", leads.decline),
      ...always,
      button("lead.dispute", ownership.dispute.button),
    ];
  }
  if (isDeal(view)) return always.toReversed();
  if (assignment.state === "accepted") {
    return [
      dealButton(lead, fromLead.button, arm),
      button("lead.details", leads.details),
      button("lead.practise", leads.practise),
      button("lead.decline", leads.giveBack),
      button("lead.why_not", leads.whyNot),
      button("lead.dispute", ownership.dispute.button),
    ];
  }
  return [button("lead.why_not", leads.whyNot)];
}
