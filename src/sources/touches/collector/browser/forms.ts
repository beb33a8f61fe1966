// Forms begun and sent; never what was typed.
import type { Emit } from "./outbound.ts";

export function watchForms(emit: Emit): void {
  const begun = new WeakSet<HTMLFormElement>();
  const tell = (type: string, form: HTMLFormElement) => {
    // Not `form.name`: a field called "name" hides it.
    const name = form.getAttribute("name") || form.id || form.dataset.form;
    emit(type, { form: name || undefined, url: location.href.split(/[?#]/)[0] });
  };
  addEventListener(
    "input",
    ({ target }) => {
      const form = target instanceof Element ? target.closest("form") : null;
      if (!form || begun.has(form)) return;
      begun.add(form);
      tell("form.start", form);
    },
    true,
  );
  addEventListener(
    "submit",
    ({ target }) => target instanceof HTMLFormElement && tell("form.submit", target),
    true,
  );
}
