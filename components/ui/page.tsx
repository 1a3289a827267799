import type { ReactNode } from 'react';
import Link from 'next/link';
import { Anchor, Box, Stack, Text, Title } from '@mantine/core';
import classes from './page.module.css';

/** The width of a page: `wide` for lists and tables, `text` for prose, `form` for a few fields. */
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

/** The logo: two overlapping circles. */
function ParallaxSign({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <circle cx="13" cy="14" r="9" stroke="currentColor" strokeWidth="2.5" />
      <circle cx="19" cy="18" r="9" stroke="var(--mantine-primary-color-5)" strokeWidth="2.5" />
    </svg>
  );
}

/** The header of every page: a link home, and the viewer's menu. */
export function PageHead({ children }: { children: ReactNode }) {
  return (
    <header className={classes.head}>
      <a className={classes.skip} href="#content">
        To the content
      </a>
      <Link className={classes.name} href="/">
        <ParallaxSign size={24} />
        Parallax
      </Link>
      <div className={classes.person}>{children}</div>
    </header>
  );
}

/** One breadcrumb. */
type Crumb = { href: string; name: string; isHere?: boolean; beside?: ReactNode };

/** The breadcrumbs of a page, the outermost first. */
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

/** The content of a page that could not be shown: what happened, and where to go. */
export function DeadEnd({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  /** A button with what to try first. */
  action?: ReactNode;
}) {
  return (
    <Box maw={488} mx="auto" px={{ base: 16, xs: 24 }} pt="xl" pb={72}>
      <Stack gap="md" align="flex-start">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text>{children}</Text>
        {action}
        <Anchor href="/" underline="always">
          To your projects
        </Anchor>
      </Stack>
    </Box>
  );
}
