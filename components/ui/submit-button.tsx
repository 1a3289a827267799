'use client';

import type { ButtonProps } from '@mantine/core';
import { Button } from '@mantine/core';
import classes from './submit-button.module.css';
import { useAlive } from './use-alive';

/** Sends a form; not before the page's scripts can take it, so that nobody has to send twice. */
export function SubmitButton(props: ButtonProps) {
  const alive = useAlive();
  return <Button {...props} type="submit" disabled={!alive} className={classes.early} />;
}
