#pragma once

/// The record of an office: what was made, explained, consented to, delivered.

#include "ledger/delivery.h"
#include "ledger/history.h"
#include "ledger/record.h"
#include "ledger/removal.h"
