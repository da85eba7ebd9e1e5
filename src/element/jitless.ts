import { z } from 'zod'

// Comes before every schema: zod would else probe `new Function`, which a page with a strict CSP reports as a violation.
z.config({ jitless: true })
