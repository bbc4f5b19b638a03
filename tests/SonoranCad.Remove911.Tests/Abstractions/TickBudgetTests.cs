using System;
using SonoranCad.Remove911.Abstractions;
using SonoranCad.Remove911.Tests.Support;
using Xunit;

namespace SonoranCad.Remove911.Tests.Abstractions;

public sealed class TickBudgetTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void BudgetIsSpentAtItsLimitAndRestartsEachTick()
    {
        var budget = new TickBudget(_clock);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(budget.IsSpent);

        budget.Start();
        _clock.Advance(TickBudget.Limit - TimeSpan.FromTicks(1));
        Assert.False(budget.IsSpent);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(budget.IsSpent);

        budget.Start();
        Assert.False(budget.IsSpent);
    }

    [Fact]
    public void LiftedBudgetHasNoLimit()
    {
        var budget = new TickBudget(_clock);
        budget.Start();
        budget.Lift();
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.False(budget.IsSpent);
    }
}
