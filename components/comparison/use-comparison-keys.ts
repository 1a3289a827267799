import { useEffect, useEffectEvent } from 'react';
import { focusOf, pressOf } from '@/components/annotate/use-desk-keys';
import type { ComparisonCommand } from './comparison-keys';
import { comparisonCommandOf } from './comparison-keys';

/** Turns the keys pressed anywhere on the page into commands. What is no command stays the browser's. */
export function useComparisonKeys(
  situation: { isChosen: boolean; singleKeys: boolean },
  perform: (command: ComparisonCommand) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const focus = focusOf(event.target);
    const command = comparisonCommandOf(pressOf(event), { ...situation, focus });
    if (command === null) return;
    event.preventDefault();
    perform(command);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
