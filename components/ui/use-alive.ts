import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page answers to deeds yet: false as it comes from the server, true once scripts run. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
