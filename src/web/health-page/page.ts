// The live page of data health as HTML: complete without scripts, it loads itself again.
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language, Person } from "../../core/model.ts";
import { nameOfContract } from "../../core/pipeline/contracts/say-contract.ts";
import { type Count, rateOf } from "../../core/pipeline/health/metric.ts";
import type { HealthReport, Row } from "../../core/pipeline/health/page/health-report.ts";
import { others } from "../../core/pipeline/health/person-lines.ts";
import { type Reading, readingOf } from "../../core/text/format.ts";
import { textsFor } from "../../core/text/texts.ts";
import { renderPageDocument } from "../pages/page-document.ts";
import { drawNights } from "./draw-nights.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export type RefusalCode = "expired" | "tampered" | "elsewhere" | "lost" | "busy";

/** Seconds between looks. */
const refreshSeconds = 60;

type Shown = { report: HealthReport; reader: Person; expiresAt: number };

/** Everything at once: what has no name of its own is called as the card calls it. */
export function renderReport({ report, reader, expiresAt }: Shown): Html {
  const reading = readingOf(reader);
  const { healthPage: page, health } = reading.texts;
  const when = (at: number) => `${reading.format.day(at)} ${reading.format.time(at)}`;
  const names = (id: string) =>
    report.names.get(id) ?? (id === others ? health.others : health.nobody);
  const fieldName = (id: string) => {
    const contract = report.contracts.get(id);
    return contract ? nameOfContract(contract, reading) : id;
  };
  const tables: [string, Row[], (id: string) => string][] = [
    [page.metrics, report.metrics, (id) => health.metrics[id] ?? id],
    [page.fields, report.fields, fieldName],
    [page.people, report.people, names],
    [page.teams, report.teams, names],
    [page.regions, report.regions, (id) => id],
  ];
  const body = html`<main>
      <header>
        <h1>${page.heading}</h1>
        <p>${page.forReader({ reader: reader.name, until: when(expiresAt) })}</p>
        <p class="rate">${percent(report.rate, reading)}</p>
        <p>${summaryOf(report, reading)}</p>
      </header>
      ${nightsOf(report, reading)}
      ${tables.map(([title, rows, nameOf]) => tableOf({ title, rows, nameOf }, reading))}
      <footer>
        <p>${page.measured({ when: when(report.at), seconds: refreshSeconds })}</p>
        <p>${health.how}</p>
      </footer>
    </main>`;
  return renderDocument({ language: reader.language, title: page.heading, body, isLive: true });
}

/** Before a browser is known: a button, which programs that look at links do not press. */
export function renderOpening(token: string, language: Language): Html {
  const { healthPage: page } = textsFor(language);
  const body = html`<main class="notice">
      <h1>${page.heading}</h1>
      <p>${page.openNote}</p>
      <form method="post" action="/h/${token}/open"><button>${page.open}</button></form>
    </main>`;
  return renderDocument({ language, title: page.heading, body });
}

/** What happened and what to do, and nothing else. */
export function renderRefusal(code: RefusalCode, language: Language): Html {
  const { titles, todo } = textsFor(language).healthPage;
  const body = html`<main class="notice"><h1>${titles[code]}</h1><p>${todo[code]}</p></main>`;
  return renderDocument({ language, title: titles[code], body });
}

function summaryOf(report: HealthReport, reading: Reading): string {
  const { healthPage: page, health } = reading.texts;
  const { number } = reading.format;
  const { kept, total } = report.rate;
  if (total === 0) return page.empty;
  return health.subtitle({
    ...{ rate: percent(report.rate, reading), records: number(report.records) },
    ...{ kept: number(kept), total: number(total) },
  });
}

function percent(count: Count | undefined, { format }: Reading): string {
  const rate = count && rateOf(count);
  return rate === undefined || rate === null
    ? "–"
    : `${format.number(Math.floor(rate * 1000) / 10)} %`;
}

function nightsOf({ nights }: HealthReport, reading: Reading): Html {
  const { healthPage: page } = reading.texts;
  const rows = nights.map(({ at, count }) => ({
    day: reading.format.day(at),
    rate: rateOf(count) ?? 0,
    count,
  }));
  if (rows.length === 0)
    return html`<section><h2>${page.nights}</h2><p>${page.nightsNone}</p></section>`;
  const label = rows.map(({ day, count }) => `${day} ${percent(count, reading)}`).join("; ");
  return html`<section>
      <h2>${page.nights}</h2>
      ${raw(drawNights(rows.map(({ rate }) => rate)))}
      <details>
        <summary>${page.columns.night}</summary>
        <ol>${rows.map(({ day, count }) => html`<li>${day}: ${percent(count, reading)}</li>`)}</ol>
      </details>
      <p class="spoken">${label}</p>
    </section>`;
}

type Table = { title: string; rows: readonly Row[]; nameOf: (id: string) => string };

function tableOf({ title, rows, nameOf }: Table, reading: Reading): Html {
  const { columns } = reading.texts.healthPage;
  const { number } = reading.format;
  if (rows.length === 0) return html``;
  return html`<section>
      <h2>${title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.name}</th>
            ${[columns.now, columns.before, columns.fix, columns.total].map(
              (column) => html`<th scope="col" class="number">${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ id, now, before }) => html`<tr>
              <th scope="row">${nameOf(id)}</th>
              ${[
                percent(now, reading),
                percent(before, reading),
                number(now.total - now.kept),
                number(now.total),
              ].map((cell) => html`<td class="number">${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
}

type Document = { language: Language; title: string; body: Html; isLive?: boolean };

function renderDocument({ isLive = false, ...document }: Document): Html {
  const refresh = isLive ? html`<meta http-equiv="refresh" content="${refreshSeconds}" />` : "";
  const head = html`${refresh}
    <link rel="stylesheet" href="/h/static/frame.css" />
    <link rel="stylesheet" href="/h/static/page.css" />`;
  return renderPageDocument({ ...document, head });
}
