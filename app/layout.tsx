import { PageHead } from '@/components/ui/page';
import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/tiptap/styles.css';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { PersonMenu } from '@/components/access/person-menu';
import { MentionsButton } from '@/components/discussion/mentions-button';
import { Look } from '@/components/ui/look';
import { pageVisitor } from './_gate/viewer';

export const metadata: Metadata = {
  title: { template: '%s · Parallax', default: 'Parallax' },
  description:
    'Read, annotate, compare, adjudicate, export: a workbench for media bias and rhetoric.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1b1e' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  // Where the database cannot be reached, the page itself says so; the header still renders.
  const person = await pageVisitor().catch(() => null);
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <Look nonce={nonce}>
          <PageHead>
            {person !== null && <MentionsButton />}
            <PersonMenu person={person && { name: person.name, email: person.email }} />
          </PageHead>
          <main id="content" tabIndex={-1}>
            {children}
          </main>
        </Look>
      </body>
    </html>
  );
}
