// Files taken: a click on a link that says download, or that ends like a file.
import type { Emit } from "./outbound.ts";

const endings = /\.(pdf|docx?|xlsx?|pptx?|csv|zip|epub|key|dwg)$/i;

export function watchFiles(emit: Emit): void {
  const take = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link || !(link.hasAttribute("download") || endings.test(link.pathname))) return;
    const name = link.download || link.pathname.split("/").pop();
    emit("file.download", { name, kind: link.dataset.kind, url: location.href.split(/[?#]/)[0] });
  };
  addEventListener("click", take, true);
  addEventListener("auxclick", take, true);
}
