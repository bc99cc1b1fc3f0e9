import { z } from 'zod';

// The fake bridge checks with zod, which compiles its checks; the page's policy refuses that. Must come before any schema
// is made. The product's own pages have no zod.
z.config({ jitless: true });
