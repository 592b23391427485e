"""How a build goes: plan, cache, processes, folder, guard over all outputs. No content."""
