// Which playbook a customer belongs to: by the vertical's own id, or by how people and CRMs write the industry.
import { byName } from "../by-name.ts";
import type { HeldLead } from "../leads/visible-leads.ts";
import type { Person } from "../model.ts";
import { toLooseKey } from "../records/names.ts";

/** What people call the verticals that ship; a company's own vertical is known by its id. */
const aliases: Record<string, readonly string[]> = byName({
  finance: [
    "finance",
    "financial",
    "financialservices",
    "bank",
    "banking",
    "insurance",
    "fintech",
    "金融",
    "银行",
    "保险",
    "证券",
    "基金",
    "金融业",
  ],
  manufacturing: [
    "manufacturing",
    "manufacturer",
    "industrial",
    "industry",
    "automotive",
    "machinery",
    "制造",
    "制造业",
    "工业",
    "机械",
    "汽车",
  ],
  medical: [
    "medical",
    "medicaldevice",
    "medicaldevices",
    "health",
    "healthcare",
    "hospital",
    "medtech",
    "医疗",
    "医疗器械",
    "器械",
    "医药",
    "医院",
    "健康",
  ],
});

/** The vertical among `verticals` that these words name, if they name one exactly. */
export function verticalNamed(words: string, verticals: readonly string[]): string | undefined {
  const wanted = toLooseKey(words);
  return verticals.find((id) => toLooseKey(id) === wanted || aliases[id]?.includes(wanted));
}

/** The vertical most of these open leads are in; with none, the first of the person's own industries that is one. */
export function verticalOf(
  { industries }: Pick<Person, "industries">,
  { leads, verticals }: { leads: readonly HeldLead[]; verticals: readonly string[] },
): string | undefined {
  const counts = new Map<string, number>();
  for (const { account } of leads) {
    const vertical = verticalNamed(account?.industry ?? "", verticals);
    if (vertical) counts.set(vertical, (counts.get(vertical) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const own = industries.map((name) => verticalNamed(name, verticals)).find(Boolean);
  return most?.[0] ?? own;
}
