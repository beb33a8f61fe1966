// The platforms that the configuration connects.
import type { ChatSurface, SurfaceParts } from "../chat/adapter.ts";
import { createLark } from "../chat/lark/adapter.ts";
import type { LarkOptions } from "../chat/lark/connection.ts";
import { createSlack } from "../chat/slack/adapter.ts";
import type { Config } from "../config.ts";

type Create = (parts: SurfaceParts) => ChatSurface;

/** One maker per connected platform; none without keys. */
export function surfacesOf({ slack, lark }: Pick<Config, "slack" | "lark">): Create[] {
  const creates: Create[] = [];
  if (slack) creates.push((parts) => createSlack({ ...withFiles(parts), connections: [slack] }));
  if (lark) creates.push((parts) => createLark(larkOptions(lark, parts)));
  return creates;
}

function larkOptions(lark: NonNullable<Config["lark"]>, parts: SurfaceParts): LarkOptions {
  const mode = lark.encryptKey ? ("http" as const) : ("long" as const);
  return {
    ...withFiles(parts),
    connections: [{ ...lark, connection: lark.appId, mode }],
    count: (what) => parts.count("lark", what),
  };
}

/** Files that somebody sends are kept without an owner; the event says who it was. */
function withFiles({ assets, count: _count, ...parts }: SurfaceParts) {
  type File = { name: string; mediaType: string; bytes: Uint8Array };
  return {
    ...parts,
    saveFile: async ({ name, mediaType, bytes }: File) =>
      (await assets.save({ name, mediaType, bytes, personId: null })).id,
    async readAsset(id: string) {
      const file = await assets.read(id);
      return file && { name: file.asset.name, mediaType: file.asset.mediaType, bytes: file.bytes };
    },
  };
}
