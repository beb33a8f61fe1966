// What a message of the tracking API says somebody did, in our words.
import { byName } from "../../../core/by-name.ts";
import { compact, textOf } from "../read.ts";
import { fileKind, toPage } from "../web-events.ts";
import type { Message } from "./message.ts";

type Behaviour = { type: string; props: Record<string, unknown> };
type Props = Record<string, unknown>;

export function toBehaviour(message: Message): Behaviour {
  return byType[message.type](message);
}

const byType: Record<Message["type"], (message: Message) => Behaviour> = {
  track: toTracked,
  page: (message) => ({ type: "page.view", props: pageProps(message) }),
  screen: ({ name, properties }) => ({
    type: "page.view",
    props: { ...properties, ...toPage({ name: name ?? properties?.name }), screen: true },
  }),
  identify: ({ traits }) => ({ type: "visitor.identified", props: { traits: traits ?? {} } }),
  group: ({ groupId, traits }) => ({
    type: "visitor.grouped",
    props: compact({ groupId, traits: traits ?? {} }),
  }),
  alias: ({ previousId }) => ({ type: "visitor.aliased", props: compact({ previousId }) }),
};

function pageProps({ name, properties, context }: Message): Props {
  const page = (context?.page ?? {}) as Props;
  const seen = { ...page, ...properties };
  const { url: _url, referrer: _referrer, search: _search, ...own } = properties ?? {};
  const { path, title, url, referrer } = seen;
  return { ...own, ...toPage({ path, title, url, referrer, name: name ?? seen.page }) };
}

/**
 * Well-known names of https://segment.com/docs/connections/spec/ and of common trackers. A name that is a touch
 * type (`meeting.booked`) is that type; any other is a feature somebody used, under its own name.
 */
const named: Record<string, (props: Props) => Behaviour> = byName({
  "email opened": (props) => ({ type: "email.open", props }),
  "email link clicked": (props) => ({
    type: "email.click",
    props: { ...props, url: props.link_url },
  }),
  "email bounced": (props) => ({ type: "email.bounce", props }),
  "email marked as spam": (props) => ({ type: "email.complaint", props }),
  unsubscribed: (props) => ({ type: "email.unsubscribe", props }),
  "form submitted": toForm,
  "form completed": toForm,
  "file downloaded": toDownload,
  "document downloaded": toDownload,
  "video playback completed": (props) => toVideo({ ...props, percent: 100 }),
  "video content completed": (props) => toVideo({ ...props, percent: 100 }),
  "video content playing": toVideo,
  "video playback started": toVideo,
  "meeting booked": (props) => ({ type: "meeting.booked", props }),
});

function toTracked({ event, properties }: Message): Behaviour {
  const name = textOf(event) ?? "";
  const props = properties ?? {};
  const known = named[name.toLowerCase()];
  if (known) return known(props);
  if (/^[a-z]+(\.[a-z]+)+$/.test(name)) return { type: name, props };
  return { type: "product.feature.used", props: { ...props, feature: name } };
}

function toForm(props: Props): Behaviour {
  return { type: "form.submit", props: compact({ ...props, form: props.form ?? props.form_name }) };
}

function toDownload(props: Props): Behaviour {
  const name = textOf(props.name ?? props.file_name ?? props.file ?? props.url);
  const kind = textOf(props.kind) ?? (name && fileKind(name));
  return { type: "file.download", props: compact({ ...props, name, kind }) };
}

/** Position over length where both are told, in whole percent. */
function toVideo(props: Props): Behaviour {
  const { position, total_length: length } = props;
  const reached =
    typeof position === "number" && typeof length === "number" && length > 0
      ? Math.round((100 * position) / length)
      : 0;
  const video = props.title ?? props.video ?? props.content_asset_id;
  return {
    type: "video.progress",
    props: compact({ ...props, video, percent: props.percent ?? reached }),
  };
}
