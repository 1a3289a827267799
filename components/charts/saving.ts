import { createContext, useContext } from 'react';

/** What is written on everything that is saved: of which project, and of which of its readings. */
export type About = { project: string; selection: string };

const about = createContext<About>({ project: '', selection: '' });

/** Says it for all that stands inside. */
export const AboutSaved = about.Provider;

/** What is to be written on what is saved. */
export const useAbout = (): About => useContext(about);
