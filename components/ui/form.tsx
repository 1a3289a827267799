'use client';

import { useSyncExternalStore, useEffect } from 'react';
import type { ButtonProps } from '@mantine/core';
import { Button } from '@mantine/core';
import classes from './form.module.css';

/** The current values of the named fields of a form; '' for a field that does not exist. */
export function fieldsOf<Name extends string>(
  form: HTMLFormElement,
  ...names: Name[]
): Record<Name, string> {
  const held = new FormData(form);
  const value = (name: Name) => {
    const entry = held.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, string>;
}

/** Moves focus to the first invalid field of a form, after the next render. */
export function focusFault(form: HTMLFormElement): void {
  requestAnimationFrame(() =>
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus({ preventScroll: false }),
  );
}

const never = () => () => {};

/** Whether the page is hydrated: false as rendered by the server, true once scripts run. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * The submit button of a form; disabled until the page is hydrated, so that nobody has to submit
 * twice.
 */
export function SubmitButton(props: ButtonProps) {
  const alive = useAlive();
  return <Button {...props} type="submit" disabled={!alive} className={classes.early} />;
}

const question = 'There are changes that are not saved. Leave without them?';

/** Confirms leaving the page by reload, closing or a link while `unsaved`. */
export function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const elsewhere = link?.getAttribute('target') === '_blank' || event.ctrlKey || event.metaKey;
      if (link === null || elsewhere || link.getAttribute('href')?.startsWith('#')) return;
      if (!window.confirm(question)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    // In the capture phase, so that it runs before the router follows the link.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [unsaved]);
}
