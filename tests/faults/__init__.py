"""What the desk promises while things break: processes die, disks fill, databases go, strangers send nonsense."""
