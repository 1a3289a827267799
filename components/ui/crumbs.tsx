import { Anchor } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './crumbs.module.css';

/** A place on the way to where one is. */
export type Crumb = { href: string; name: string; isHere?: boolean; beside?: ReactNode };

/** The way to where one is, from the widest place on. */
export function Crumbs({ way }: { way: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are">
      <ol className={classes.crumbs}>
        {way.map(({ href, name, isHere, beside }) => (
          <li key={href}>
            <Anchor
              component={Link}
              href={href}
              inherit
              dir="auto"
              aria-current={isHere ? 'page' : undefined}
            >
              {name}
            </Anchor>
            {beside}
          </li>
        ))}
      </ol>
    </nav>
  );
}
