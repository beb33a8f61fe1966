// What a GA4 event says somebody did, in our words; the same for exported rows and the Measurement Protocol.
import { byName } from "../../../core/by-name.ts";
import { compact, textOf } from "../read.ts";
import { fileKind, toPage } from "../web-events.ts";

type Params = Record<string, unknown>;
type Behaviour = { type: string; props: Params };

/** https://support.google.com/analytics/answer/9234069 lists the events GA4 collects by itself. */
export function toBehaviour(name: string, params: Params): Behaviour | undefined {
  if (nobodysAct.has(name)) return undefined;
  const known = Object.hasOwn(named, name) ? named[name] : undefined;
  return known
    ? known(params)
    : { type: "product.feature.used", props: { ...params, feature: name } };
}

/** Marks of a session, not acts of a customer. */
const nobodysAct = new Set(["session_start", "first_visit", "first_open", "scroll"]);

const named: Record<string, (params: Params) => Behaviour> = byName({
  page_view: (params) => ({ type: "page.view", props: pageOf(params) }),
  screen_view: ({ screen_name: name }) => ({ type: "page.view", props: toPage({ name }) }),
  user_engagement: (params) => ({
    type: "page.leave",
    props: compact({ ...pageOf(params), dwellSeconds: secondsOf(params.engagement_time_msec) }),
  }),
  file_download: toDownload,
  video_start: ({ video_title: video }) => ({ type: "video.play", props: compact({ video }) }),
  video_progress: (params) => toVideo(params, params.video_percent),
  video_complete: (params) => toVideo(params, 100),
  form_start: (params) => ({ type: "form.start", props: toForm(params) }),
  form_submit: (params) => ({ type: "form.submit", props: toForm(params) }),
  generate_lead: (params) => ({ type: "form.submit", props: toForm(params) }),
  login: () => ({ type: "product.login", props: {} }),
});

function pageOf(params: Params): Params {
  return toPage({
    url: params.page_location,
    title: params.page_title,
    referrer: params.page_referrer,
  });
}

function toDownload({ file_name: file, link_url: link }: Params): Behaviour {
  const name = textOf(file) ?? textOf(link);
  const kind = name && fileKind(name);
  return { type: "file.download", props: compact({ name, kind }) };
}

function toVideo({ video_title: video }: Params, percent: unknown): Behaviour {
  return { type: "video.progress", props: compact({ video, percent: Number(percent ?? 0) }) };
}

function toForm({ form_id: id, form_name: name }: Params): Params {
  return compact({ form: textOf(name) ?? textOf(id) });
}

function secondsOf(milliseconds: unknown): number | undefined {
  const value = Number(milliseconds);
  return Number.isFinite(value) ? Math.round(value / 1_000) : undefined;
}
