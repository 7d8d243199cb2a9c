/** What a box needs that scrolls sideways: a name, and a place in the tab order so that the keyboard can scroll it. */
export const scrollRegion = (label: string) => ({ class: 'scroll', role: 'group', tabIndex: 0, 'aria-label': label }) as const
