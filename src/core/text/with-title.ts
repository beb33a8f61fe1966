// A person's name with their title, as each language sets the two apart.
import type { Texts } from "./en.ts";

/** "Wang Li, CFO", 「王丽，财务总监」; what is missing is left out. */
export function withTitle(
  name: string | null | undefined,
  title: string | null | undefined,
  { common }: Pick<Texts, "common">,
): string {
  return [name, title].filter(Boolean).join(common.comma);
}
