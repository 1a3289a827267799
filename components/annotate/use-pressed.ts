import { useCallback, useEffect, useState } from 'react';
import type { PointerEvent } from 'react';
import { focusOf } from '@/components/workbench/use-command-keys';

/** Whether the mouse's button, pressed in the article, is still down; and what hears where it is pressed. */
export function usePressed(): [boolean, (event: PointerEvent) => void] {
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    if (!isPressed) return undefined;
    const release = () => setPressed(false);
    const events = ['pointerup', 'pointercancel', 'blur'];
    events.forEach((name) => window.addEventListener(name, release));
    return () => events.forEach((name) => window.removeEventListener(name, release));
  }, [isPressed]);
  const press = useCallback(
    ({ target }: PointerEvent) => setPressed(focusOf(target) === 'article'),
    [],
  );
  return [isPressed, press];
}
