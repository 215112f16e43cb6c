import { isMark } from '@/lib/forms/marks';

type Values = Record<string, string[]>;

const key = 'oriel.kept-form';

/** Keeps the typed values of a form of this page until the page is loaded again in this tab. */
export function keepForReload(values: Values): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, values }));
  } catch {
    // Storage can be full or switched off; the page still shows the values until it is reloaded.
  }
}

/** Takes the kept values that belong to this form: those of the same page, fields and hidden ids. Null without any. */
export function takeKept(form: HTMLFormElement): Values | null {
  try {
    const { path, values } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { path?: string; values?: Values };
    if (path !== location.pathname || !values) return null;
    if (!Object.entries(values).every(([name, texts]) => fits(form, name, texts))) return null;
    sessionStorage.removeItem(key);
    return values;
  } catch {
    return null;
  }
}

/** The door's marks may differ after the update; the form's own hidden fields name its record. */
function fits(form: HTMLFormElement, name: string, texts: string[]): boolean {
  if (isMark(name)) return true;
  const control = form.elements.namedItem(name);
  const isHidden = control instanceof HTMLInputElement && control.type === 'hidden';
  return control !== null && (!isHidden || control.value === texts[0]);
}
