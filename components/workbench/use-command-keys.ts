import { useEffect, useEffectEvent } from 'react';
import type { KeyPress, Situation } from './key-map';

const over =
  '[role="dialog"], [role="menu"], [role="listbox"], [aria-expanded="true"][role="combobox"], [data-list-open]';
const notTyped = ['radio', 'checkbox', 'button', 'submit', 'reset'];

function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !notTyped.includes(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}

/** Where a key was pressed. A dialog that contains `data-page-keys` leaves keys to the page. */
export function focusOf(target: EventTarget | null): Situation['focus'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[aria-label="Article"]') !== null) return 'article';
  const above = target.closest(over);
  const isPagesOwn = above?.querySelector('[data-page-keys]') ?? null;
  if (above !== null && isPagesOwn === null) return 'over';
  return isField(target) ? 'field' : 'page';
}

/** The key press of an event. */
function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { key, code, shiftKey, ctrlKey, altKey, metaKey, altGraph, repeat };
}

/** Performs the commands of keys pressed anywhere on the page; other keys are left to the browser. */
export function useCommandKeys<Command>(
  commandOf: (
    press: KeyPress,
    focus: Situation['focus'],
    target: EventTarget | null,
  ) => Command | null,
  perform: (command: Command) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandOf(pressOf(event), focusOf(event.target), event.target);
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    perform(command);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
