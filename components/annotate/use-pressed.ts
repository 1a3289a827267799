import { useCallback, useEffect, useState } from 'react';

/** Whether the mouse's button, pressed in a place, is still down; and what to call where it is pressed. */
export function usePressed(): [boolean, () => void] {
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    if (!isPressed) return undefined;
    const release = () => setPressed(false);
    const events = ['pointerup', 'pointercancel', 'blur'];
    events.forEach((name) => window.addEventListener(name, release));
    return () => events.forEach((name) => window.removeEventListener(name, release));
  }, [isPressed]);
  return [isPressed, useCallback(() => setPressed(true), [])];
}
