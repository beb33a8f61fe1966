// "Practise this customer" on a lead's card: a scenario with somebody of their industry.
import { ownAssignment } from "../../leads/ownership/own-assignment.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { verticalNamed } from "../verticals.ts";
import { askPractice, readLibrary } from "./open-brief.ts";
import type { PracticeServices } from "./services.ts";

/** Opens the brief; where no playbook is for their industry, the scenario that serves the rep best. */
export async function practiseCustomer(
  services: PracticeServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { read } = services.store;
  const assignment = await ownAssignment(read, person, params.assignmentId);
  const lead = await read.leads.get(assignment.leadId);
  const account = lead?.accountId ? await read.accounts.get(lead.accountId) : undefined;
  const verticals = new Set(readLibrary(services)?.playbooks.map(({ vertical }) => vertical));
  const vertical = verticalNamed(account?.industry ?? "", [...verticals]);
  return askPractice(services, person, vertical);
}
