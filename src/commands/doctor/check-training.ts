// What `doctor` says of the playbooks, of the index over them, and of the endpoints that may embed them and play the customer.
import { join } from "node:path";
import type { Config } from "../../config.ts";
import { readLibrary } from "../../sources/playbooks/read-library.ts";
import { shippedPlaybooks } from "../../sources/playbooks/shipped.ts";
import type { PartState } from "./diagnose.ts";

/** Reads the playbooks as the bot does, and what is kept of the index. */
export async function checkTraining({ dataDir, embedding, model }: Config): Promise<PartState[]> {
  return [
    await checkPlaybooks(join(dataDir, "playbooks")),
    await checkIndex(join(dataDir, "index")),
    checkEmbedding(embedding),
    checkModel(model),
  ];
}

async function checkPlaybooks(own: string): Promise<PartState> {
  const part = "playbooks";
  const read = await readLibrary({ shipped: shippedPlaybooks, own }).catch(toError);
  if (read instanceof Error) return { part, state: "broken", why: read.message };
  const { library, problems } = read;
  const [first] = problems;
  if (first) {
    const place = `${first.file}:${first.line}`;
    const why = `${place} ${first.message} (problems: ${problems.length}; the last good files serve)`;
    return { part, state: "broken", why, fix: `${first.fix}; playbook check ${own} shows all.` };
  }
  const entries = library.playbooks.flatMap((playbook) => playbook.entries);
  const ours = entries.filter(({ at }) => at.file.startsWith(own)).length;
  return { part, state: "ok", why: `${entries.length} talk tracks, ${ours} of them your own` };
}

const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

async function checkIndex(folder: string): Promise<PartState> {
  const part = "script index";
  // Loaded only here: hnswlib is a native library.
  const { readIndex } = await import("../../store/script-index/index-folder.ts");
  const kept = await readIndex(folder);
  if (!kept) return { part, state: "ok", why: "empty: built at the first start" };
  if (kept === "broken") {
    return { part, state: "ok", why: "not as it was written: built again at the next start" };
  }
  const { key, data } = kept;
  const by =
    key.embedder === "local" ? "vectors fitted on the library" : `vectors of ${key.embedder}`;
  return { part, state: "ok", why: `${data.tags.length} talk tracks by words and ${by}` };
}

function checkEmbedding(embedding: Config["embedding"]): PartState {
  const part = "embedding";
  if (!embedding) {
    return {
      part,
      state: "off",
      why: "no EMBEDDING_BASE_URL; vectors fitted on the library serve",
    };
  }
  const { host } = new URL(embedding.baseUrl);
  return { part, state: "ok", why: `${embedding.model} at ${host}; local vectors when it fails` };
}

function checkModel(model: Config["model"]): PartState {
  const part = "chat model";
  if (!model) {
    return {
      part,
      state: "off",
      why: "no MODEL_BASE_URL; the embedded customer plays in practice",
    };
  }
  const { host } = new URL(model.baseUrl);
  const why = `${model.model} at ${host} words the customer; the embedded one when it fails`;
  return { part, state: "ok", why };
}
