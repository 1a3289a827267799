import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The measure of a usual page: `wide` for lists and tables, `text` for prose, `form` for a few fields. */
export function Page({
  width = 'wide',
  children,
}: {
  width?: 'wide' | 'text' | 'form';
  children: ReactNode;
}) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  );
}
