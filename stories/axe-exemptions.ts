/** What axe may find, here and nowhere else. Each needs a reason; the shorter this list, the better. */
export const axeExemptions: readonly { rule: string; reason: string }[] = []
