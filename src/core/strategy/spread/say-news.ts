// One line of the weekly digest.
import type { Reading } from "../../text/format.ts";
import { type Names, sayAction } from "../say-claim.ts";
import type { News } from "./news.ts";

/** What happened, what it was about, and whose it is. */
export function sayNews(news: News, names: Names, reading: Reading): string {
  const { strategyUse, strategy: words } = reading.texts;
  const { digest } = strategyUse;
  const { strategy, author } = news;
  const action = strategy.claim ? sayAction(strategy.claim, names, reading) : "–";
  if (news.kind === "retired") return digest.retired({ action, author });
  if (news.kind === "taken") return digest.taken({ action, author, count: news.count });
  return digest.verdict({ action, author, verdict: words.verdict[news.code] });
}
