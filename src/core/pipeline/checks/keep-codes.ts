// Credit codes and VAT numbers at the gate: what somebody types has to add up. Files and systems bring what they have;
// health shows which of their codes do not.
import type { ContractCheck } from "../../gate/gate.ts";
import type { CodeCheck } from "./code-check.ts";
import { checkCreditCode } from "./credit-code.ts";
import { checkVatId } from "./vat-id.ts";

/** Refuses a code with a wrong check character from people and API keys. */
export const keepCodes: ContractCheck = ({ change, after, fields }, { via }) => {
  if (change.kind !== "account" || (via !== "chat" && via !== "api")) return undefined;
  const { creditCode, vatId, country } = after;
  const checks: (CodeCheck | undefined)[] = [
    isNew(creditCode, fields.includes("creditCode")) ? checkCreditCode(creditCode) : undefined,
    isNew(vatId, fields.includes("vatId"))
      ? checkVatId(vatId, typeof country === "string" ? country : null)
      : undefined,
  ];
  const broken = checks.find((check) => check?.problem);
  if (!broken?.problem) return undefined;
  return { code: "invalid", field: broken.type, message: `account.${broken.type}: ${say(broken)}` };
};

function isNew(value: unknown, isChanged: boolean): value is string {
  return isChanged && typeof value === "string";
}

function say({ code, problem }: CodeCheck): string {
  if (problem?.code === "length")
    return `${code} has ${problem.length} characters, not ${problem.wanted}.`;
  if (problem?.code === "character")
    return `character ${problem.position} of ${code} cannot stand there.`;
  if (problem?.code === "format") return `${code} does not look like ${problem.wanted}.`;
  return `${code} does not add up at character ${problem?.position}; correct it.`;
}
